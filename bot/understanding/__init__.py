"""From typed Dutch to a topic: tokens, features, classifier, doubt, and crisis first."""
