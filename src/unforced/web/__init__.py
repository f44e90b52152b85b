"""The web: a visit on a page, served to this computer only. It shows finished views and holds no rule."""
