#!/bin/sh
# SPDX-FileCopyrightText: The xact authors
# SPDX-License-Identifier: Apache-2.0
#
# Stores the sample's shipments and subscriptions on a server that has none yet, imports its delay events, and shows what came of it.
#
#   sample/load.sh [http://127.0.0.1:8080]

set -eu
base=${1:-http://127.0.0.1:8080}
here=$(dirname "$0")

post() { # path, media type, body or @file
    curl --silent --show-error --fail --header "Content-Type: $2" --data-binary "$3" "$base/api/$1"
    echo
}

while IFS= read -r shipment; do
    post shipments application/json "$shipment"
done < "$here/shipments.ndjson"

post subscriptions application/json "{\"url\":\"$base/api/inbox/all\",\"minMinutes\":0}"
post subscriptions application/json "{\"url\":\"$base/api/inbox/late\",\"minMinutes\":60}"
post subscriptions application/json "{\"url\":\"$base/api/inbox/very-late\",\"minMinutes\":240}"
post subscriptions application/json '{"url":"not a url","minMinutes":120}'
post subscriptions application/json '{"url":"https://partner.example/hook","minMinutes":180}'

post import application/x-ndjson "@$here/delays.ndjson"
curl --silent --show-error --fail "$base/api/summary"
echo
