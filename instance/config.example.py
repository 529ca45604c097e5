# Copy to config.py beside this file. `minutebook config` lists every setting and its meaning.
CONTACT = "archive@example.org"
SITE_NAME = "Minutebook"
SITE_URL = "https://minutes.example.org"
