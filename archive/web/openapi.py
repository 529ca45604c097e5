def described(address: str, name: str, contact: str) -> dict[str, object]:
    """."""
    return {}
