"""The packaged encoder: its weights, its tokenizer, and the script that made them."""
