"""The directory: the organisation's own advisers, procedures and bodies, right and checked."""
