// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.hibernate.Hibernate;

/** One random program, and the model of the rows that runs beside it. */
final class RandomProgram {

    private static final int ACCOUNTS = 5;
    private static final int MAX_DEPTH = 3;

    private final Random random;
    private final JpaTest test;
    private final List<String> steps = new ArrayList<>();
    private Map<Long, Row> rows = new TreeMap<>();
    private int counter;

    RandomProgram(long seed, JpaTest test) {
        this.random = new Random(seed);
        this.test = test;
    }

    List<String> steps() {
        return steps;
    }

    private EntityManager em() {
        return test.em();
    }

    /** What is there before. */
    void prepare() {
        for (long id = 1; id <= 3; id++) {
            Account account = new Account(id, "n" + id);
            em().persist(account);
            rows.put(id, new Row("n" + id));
            for (int i = 0; i < 2; i++) {
                String text = next();
                account.add(text);
                account.tags.add(text);
                account.prices.add(new Price(counter));
                row(id).lines.add(text);
                row(id).tags.add(text);
                row(id).prices.add(String.valueOf(counter));
            }
        }
    }

    void run() throws Exception {
        scope(0);
    }

    private void scope(int depth) throws Exception {
        int length = 2 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            if (depth < MAX_DEPTH && random.nextInt(4) == 0) {
                nest(depth);
            } else {
                step();
            }
        }
    }

    private void nest(int depth) throws Exception {
        Map<Long, Row> before = copy(rows);
        if (random.nextInt(3) == 0) {
            steps.add("kept {");
            test.kept(() -> scope(depth + 1));
        } else {
            steps.add("undone {");
            List<Object> managed = managed();
            test.undone(() -> scope(depth + 1));
            rows = before;
            assertThat(managed())
                    .as("managed entities")
                    .usingElementComparator(RandomProgram::identity)
                    .isEqualTo(managed);
        }
        steps.add("}");
        if (random.nextBoolean()) {
            compare();
        }
    }

    private static int identity(Object one, Object other) {
        return one == other ? 0 : 1;
    }

    private List<Object> managed() {
        em().flush();
        Map<Object, Object> byId = new TreeMap<>();
        for (var entry : test.session().getPersistenceContext().reentrantSafeEntityEntries()) {
            if (entry.getKey() instanceof Account account) {
                byId.put(account.id, account);
            }
        }
        return List.copyOf(byId.values());
    }

    private Row row(long id) {
        return Objects.requireNonNull(rows.get(id));
    }

    private String next() {
        return "t" + ++counter;
    }

    private void step() {
        long id = 1L + random.nextInt(ACCOUNTS);
        int kind = random.nextInt(20);
        steps.add("step " + kind + " on " + id);
        if (kind >= 17) {
            session(kind);
        } else if (!rows.containsKey(id)) {
            persist(id, kind);
        } else {
            modify(id, kind);
        }
    }

    private void session(int kind) {
        switch (kind) {
            case 17 -> em().flush();
            case 18 -> {
                em().flush();
                em().clear();
            }
            default -> compare();
        }
    }

    private void persist(long id, int kind) {
        Account account = new Account(id, next());
        em().flush(); // without scopes too, Hibernate can't merge what it is about to delete, or knows a proxy of
        if (kind % 2 == 0) {
            em().clear();
            account = em().merge(account);
        } else {
            em().persist(account);
        }
        rows.put(id, new Row(account.name));
    }

    private Account find(long id) {
        if (random.nextInt(4) == 0) {
            Account reference = em().getReference(Account.class, id);
            return random.nextBoolean() ? reference : (Account) Hibernate.unproxy(reference);
        }
        return Objects.requireNonNull(em().find(Account.class, id), "account " + id);
    }

    private void modify(long id, int kind) {
        Account proxy = find(id);
        Row row = row(id);
        if (kind == 0) {
            em().remove(proxy);
            rows.remove(id);
            if (random.nextBoolean()) {
                em().flush();
            }
            return;
        }
        if (kind == 1) {
            proxy.setName(next());
            row.name = "t" + counter;
            return;
        }
        change((Account) Hibernate.unproxy(proxy), row, kind);
    }

    private void change(Account account, Row row, int kind) {
        switch (kind) {
            case 2, 3 -> {
                String text = next();
                account.add(text);
                row.lines.add(text);
            }
            case 4 -> removeLine(account, row);
            case 5 -> {
                account.lines.clear();
                row.lines.clear();
            }
            case 6, 7 -> {
                String tag = next();
                account.tags.add(tag);
                row.tags.add(tag);
            }
            case 8 -> {
                account.tags.clear();
                row.tags.clear();
            }
            case 9, 10 -> {
                account.prices.add(0, new Price(++counter));
                row.prices.add(0, String.valueOf(counter));
            }
            case 11 -> {
                if (!row.prices.isEmpty()) {
                    account.prices.get(0).cents = ++counter;
                    row.prices.set(0, String.valueOf(counter));
                }
            }
            case 12 -> {
                account.prices = new ArrayList<>();
                row.prices.clear();
            }
            case 13 -> {
                account.address.street = next();
                row.street = account.address.street;
            }
            case 14 -> {
                account.address = new Address();
                account.address.street = next();
                account.address.phones.add(account.address.street);
                row.street = account.address.street;
                row.phones = new ArrayList<>(List.of(row.street));
            }
            case 15 -> {
                String phone = next();
                account.address.phones.add(phone);
                row.phones.add(phone);
            }
            default -> detachAndMerge(account, row);
        }
    }

    private void removeLine(Account account, Row row) {
        if (!row.lines.isEmpty()) {
            Line line = account.lines.remove(random.nextInt(account.lines.size()));
            row.lines.remove(line.text);
        }
    }

    private void detachAndMerge(Account account, Row row) {
        em().flush();
        Hibernate.initialize(account.lines);
        em().detach(account);
        account.name = next();
        em().merge(account);
        row.name = account.name;
    }

    /** The entities, as a query tells them. */
    private void compare() {
        em().flush();
        Map<Long, Row> seen = new TreeMap<>();
        for (Account account : em().createQuery("from Account", Account.class).getResultList()) {
            Account entity = (Account) Hibernate.unproxy(account);
            Row row = new Row(entity.name);
            row.street = entity.address.street;
            entity.lines.forEach(line -> row.lines.add(line.text));
            row.tags.addAll(entity.tags);
            entity.prices.forEach(price -> row.prices.add(price.toString()));
            row.phones.addAll(entity.address.phones);
            seen.put(entity.id, row);
        }
        assertThat(describe(seen)).isEqualTo(describe(rows));
    }

    /** What the model says. */
    String model() {
        return describe(rows);
    }

    /** What a look from outside says. */
    String stored() {
        Map<Long, Row> stored = new TreeMap<>();
        test.table("SELECT id, name, street FROM jpa_account").forEach(text -> {
            String[] parts = text.split(" ", 3);
            Row row = new Row(parts[1]);
            row.street = parts[2];
            stored.put(Long.valueOf(parts[0]), row);
        });
        for (String text : test.table("SELECT account_id, text FROM jpa_line")) {
            at(stored, text).lines.add(value(text));
        }
        for (String text : test.table("SELECT Account_id, tags FROM Account_tags")) {
            at(stored, text).tags.add(value(text));
        }
        for (String text : test.table("SELECT Account_id, cents FROM Account_prices ORDER BY prices_order")) {
            at(stored, text).prices.add(value(text));
        }
        for (String text : test.table("SELECT Account_id, phones FROM Account_phones")) {
            at(stored, text).phones.add(value(text));
        }
        return describe(stored);
    }

    private static Row at(Map<Long, Row> stored, String text) {
        return Objects.requireNonNull(stored.get(Long.valueOf(text.split(" ", 2)[0])), text);
    }

    private static String value(String text) {
        return text.split(" ", 2)[1];
    }

    private static String describe(Map<Long, Row> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach((id, row) -> text.append(id).append(": ").append(row).append('\n'));
        return text.toString();
    }

    private static Map<Long, Row> copy(Map<Long, Row> rows) {
        Map<Long, Row> copy = new TreeMap<>();
        rows.forEach((id, row) -> copy.put(id, row.copy()));
        return copy;
    }

    /** An account as the database should have it. */
    private static final class Row {

        private String name;
        private String street = "";
        private final List<String> lines = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private final List<String> prices = new ArrayList<>();
        private List<String> phones = new ArrayList<>();

        Row(String name) {
            this.name = name;
        }

        Row copy() {
            Row copy = new Row(name);
            copy.street = street;
            copy.lines.addAll(lines);
            copy.tags.addAll(tags);
            copy.prices.addAll(prices);
            copy.phones.addAll(phones);
            return copy;
        }

        @Override
        public String toString() {
            return name + " '" + street + "' " + sorted(lines) + sorted(tags) + prices + sorted(phones);
        }

        private static List<String> sorted(List<String> texts) {
            return texts.stream().sorted().toList();
        }
    }
}
