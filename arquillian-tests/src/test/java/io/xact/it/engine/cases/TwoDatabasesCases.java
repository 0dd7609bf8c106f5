// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactDefinitionException;
import io.xact.XactRolledBackException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.FailingResource;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Sql;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.DisplayName;

/** Both databases in one transaction. */
@ApplicationScoped
public class TwoDatabasesCases implements Cases {

    private static final String ALIAS = "java:comp/env/jdbc/alias";

    @Inject
    private Xacts xacts;

    @Inject
    private MethodScopes scopes;

    @Inject
    private Tables tables;

    @Inject
    private Jta jta;

    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // another name of the first database
    @Resource(name = "jdbc/alias", lookup = Database.POSTGRESQL_NAME)
    private DataSource alias;

    @SuppressWarnings("NullAway.Init") // before the first use
    private Table first;

    @SuppressWarnings("NullAway.Init") // before the first use
    private Table second;

    @PostConstruct
    void find() {
        first = tables.postgresql();
        second = tables.h2();
    }

    private void insertIntoBoth(String name) throws SQLException {
        first.insert(name);
        second.insert(name);
    }

    private void assertCommittedInBoth(String... names) throws SQLException {
        assertThat(first.committed()).containsExactly(names);
        assertThat(second.committed()).containsExactly(names);
    }

    @DisplayName("M1 a failure after writes to both leaves neither, a success leaves both")
    public void bothOrNone() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertIntoBoth("undone");
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);
        xacts.run(() -> insertIntoBoth("kept"));

        assertCommittedInBoth("kept");
    }

    @DisplayName("M2 if a database can't prepare, the other one is rolled back, whichever came first")
    public void refusedByDatabase() throws Exception {
        List<Step> order = List.of(
                () -> first.execute("INSERT INTO part VALUES ('of nothing')"), () -> second.insert("beside it"));
        assertRefusedAtPrepare(order.get(0), order.get(1));
        assertRefusedAtPrepare(order.get(1), order.get(0));

        assertThat(second.committed()).isEmpty();
    }

    private void assertRefusedAtPrepare(Step one, Step other) {
        assertThatThrownBy(() -> scopes.run(() -> {
                    one.run();
                    other.run();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("part_of_item");
    }

    @DisplayName("M2 if another resource can't prepare, both databases are rolled back")
    public void refusedByResource() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertIntoBoth("a");
                    jta.manager().getTransaction().enlistResource(FailingResource.atPrepare(XAException.XA_RBROLLBACK));
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasStackTraceContaining("XAException");

        assertCommittedInBoth();
    }

    @DisplayName("M3 a nested scope's roll back undoes its work on both, and the outer work on both is kept")
    public void nested() throws Exception {
        xacts.run(() -> {
            insertIntoBoth("outer");
            xacts.run(() -> {
                insertIntoBoth("inner");
                throw new Rollback();
            });
            insertIntoBoth("after");
        });

        assertCommittedInBoth("after", "outer");
    }

    @DisplayName("M4 a database first touched deep inside has a savepoint for each open scope")
    public void touchedDeepInside() throws Exception {
        xacts.run(() -> {
            first.insert("outer");
            xacts.run(() -> {
                xacts.run(() -> {
                    insertIntoBoth("innermost");
                    throw new Rollback();
                });
                insertIntoBoth("middle");
                xacts.run(() -> insertIntoBoth("sibling"));
                throw new Rollback();
            });
            insertIntoBoth("outer too");
        });

        assertThat(first.committed()).containsExactly("outer", "outer too");
        assertThat(second.committed()).containsExactly("outer too");
    }

    @DisplayName("M6 two names of one data source share a savepoint")
    public void twoNames() throws Exception {
        DataSource byOtherName = xacts.guarded(ALIAS);
        xacts.run(() -> {
            first.insert("outer");
            xacts.run(() -> {
                first.insert("inner");
                Sql.execute(byOtherName, "INSERT INTO item (name) VALUES ('alias')");
                throw new Rollback();
            });
            Sql.execute(byOtherName, "INSERT INTO item (name) VALUES ('after')");
        });

        assertThat(first.committed()).containsExactly("after", "outer");
    }

    @DisplayName("K13 a scope with `using` undoes alone what it names")
    public void named() throws Throwable {
        scopes.run(() -> {
            insertIntoBoth("outer");
            scopes.usingPostgresql(() -> {
                first.insert("inner");
                throw new Rollback();
            });
            insertIntoBoth("after");
        });

        assertCommittedInBoth("after", "outer");
    }

    @DisplayName("K13 if it fails after it touched another database, the whole transaction is rolled back, and says so")
    public void touchedAnother() throws Exception {
        RefusedException failure = new RefusedException();
        assertThatThrownBy(() -> xacts.run(() -> {
                    insertIntoBoth("outer");
                    assertThatThrownBy(() -> scopes.usingPostgresql(() -> {
                                insertIntoBoth("inner");
                                throw failure;
                            }))
                            .isSameAs(failure)
                            .hasStackTraceContaining(Database.H2_NAME);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .cause()
                .hasMessageContaining(Database.H2_NAME);

        assertCommittedInBoth();
    }

    @DisplayName("K13 an unknown name is refused with a list of the known")
    public void unknownName() {
        assertThatThrownBy(() -> xacts.with().using("java:/NoSuchDS"))
                .isInstanceOf(XactDefinitionException.class)
                .hasMessageContaining("java:/NoSuchDS")
                .hasMessageContaining(Database.POSTGRESQL_NAME)
                .hasMessageContaining(Database.H2_NAME);
    }

    @DisplayName("K14 nested scopes that use different databases keep the levels of each apart")
    public void levelsApart() throws Exception {
        xacts.run(() -> {
            insertIntoBoth("outer");
            xacts.with().using(Database.POSTGRESQL_NAME).run(() -> {
                first.insert("of the first");
                xacts.with().using(Database.H2_NAME).run(() -> {
                    second.insert("undone");
                    throw new Rollback();
                });
                first.insert("of the first, after");
            });
            xacts.with().using(Database.H2_NAME).run(() -> second.insert("of the second"));
        });

        assertThat(first.committed()).containsExactly("of the first", "of the first, after", "outer");
        assertThat(second.committed()).containsExactly("of the second", "outer");
    }
}
