-- SPDX-FileCopyrightText: The xact authors
-- SPDX-License-Identifier: Apache-2.0

-- Where the server notes what it has committed in this database: see postgresql-commit-markable.cli, which wants it to be there first.
-- To be run once, as the user of the data source or with GRANT SELECT, INSERT, DELETE ON xids TO that user.
--
-- A row is written and committed with the work of each transaction that has a second resource. Recovery deletes it later, so the table
-- holds as many rows as there are such transactions in one or two of its periods. The key is what they are deleted by.
CREATE TABLE IF NOT EXISTS xids (
    xid bytea PRIMARY KEY,                        -- the branch: 16 bytes and what the server makes its identifiers of, at most 144 together
    transactionManagerID varchar(64) NOT NULL,    -- the server, by its node identifier: several may share the table
    actionuid bytea NOT NULL                      -- the transaction, by its name in the server's log
);
