"""What was decided: marked resolutions, decisions in prose, elections, schedules."""
