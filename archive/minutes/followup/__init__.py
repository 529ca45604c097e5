"""Who is to do what afterwards."""
