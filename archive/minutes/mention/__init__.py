"""Who is named, and how: names, posts, and the words around them."""
