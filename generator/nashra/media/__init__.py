"""Pictures and faces, processed once and kept by what they were made from."""
