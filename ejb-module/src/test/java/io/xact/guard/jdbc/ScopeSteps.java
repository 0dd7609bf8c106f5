// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import static io.xact.guard.jdbc.PreparedSteps.insert;
import static io.xact.guard.jdbc.PreparedSteps.select;
import static io.xact.guard.jdbc.Step.alone;
import static io.xact.guard.jdbc.Step.carried;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.stream.Stream;

/** Prepared statements that outlive scopes. */
final class ScopeSteps {

    private ScopeSteps() {}

    static Stream<Step> all() {
        return Stream.of(
                carried("executed in sibling scopes", session -> {
                    PreparedStatement insert = insert(session);
                    insert(insert, "outer");
                    session.nested(scope -> insert(insert, "first"));
                    session.nested(scope -> insert(insert, "second"));
                    insert(insert, "after");
                }),
                alone("prepared outside, executed inside", session -> {
                            PreparedStatement insert = insert(session);
                            session.nested(scope -> insert(insert, "inside"));
                        })
                        .whereMissing(),
                carried("prepared in a scope, executed in the next and behind it", session -> {
                            Connection connection = session.connection();
                            PreparedStatement[] insert = new PreparedStatement[1];
                            session.nested(scope -> insert[0] = connection.prepareStatement(PreparedSteps.INSERT));
                            session.nested(scope -> insert(insert[0], "next"));
                            insert(insert[0], "behind");
                        })
                        .whereMissing(),
                alone("executed in scopes that are undone", session -> {
                            PreparedStatement insert = insert(session);
                            session.undone(scope -> insert(insert, "gone"));
                            session.undone(scope -> insert(insert, "gone"));
                            insert(insert, "gone");
                        })
                        .whereMissing(),
                carried("two at a time", session -> {
                    PreparedStatement first = insert(session);
                    PreparedStatement second = insert(session);
                    first.setString(1, "first");
                    first.setInt(2, 1);
                    insert(second, "second");
                    first.executeUpdate();
                }),
                alone("rows are read when their scope has ended", session -> {
                            PreparedStatement select = select(session);
                            select.setInt(1, 1);
                            ResultSet[] rows = new ResultSet[1];
                            session.nested(scope -> rows[0] = select.executeQuery());
                            Walk.rows(rows[0]);
                        })
                        .whereMissing());
    }
}
