#!/usr/bin/env bash
# docs/method.md: the worked examples are what the built program publishes, and what the independent calculation makes of them.

# shellcheck source=tap.sh
. "$(dirname "$0")/tap.sh"

deploy
ok $? "the schema is deployed"

# Of a template that nobody is connected to, one example after the other.
told=$(python3 Tests/Oracle/compare_page.py --dabiao "$DABIAO" --template "$PGDATABASE" 2>&1)
is $? 0 "each example of the page comes to what it says, and to what is calculated independently"
like "$(tail -n 1 <<<"$told")" '^[0-9]{2,} examples: ' "$(tail -n 1 <<<"$told")"
head -n -1 <<<"$told" | sed 's/^/# /'
