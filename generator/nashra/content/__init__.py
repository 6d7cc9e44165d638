"""From the files that writers own to typed, validated entries; no file knows of another."""
