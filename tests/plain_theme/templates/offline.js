const fronts = {{ page.fronts|list|tojson }};
