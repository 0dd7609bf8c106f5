// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.shipments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xact.it.shipments.ShipmentsClient.Answer;
import io.xact.it.support.Tags;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example's main job, over HTTP: what is kept, what is undone, and who is told. Each database has a subclass. */
@Tag(Tags.CONFIGURED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ShipmentsContract {

    private static final Path SAMPLE =
            Path.of(System.getProperty("xact.it.repository", ".."), "examples/shipments/sample");

    private final String database;
    private final ShipmentsClient client = new ShipmentsClient();

    @SuppressWarnings("NullAway.Init") // before all tests
    private ShipmentsServer server;

    ShipmentsContract(String database) {
        this.database = database;
    }

    @BeforeAll
    void start() throws IOException {
        server = new ShipmentsServer(database);
        server.start(true);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonObject summary() {
        return client.get("/api/summary").json();
    }

    /**
     * What there is to see of messages.
     *
     * @param messages how many have come into the queue, by the broker's own count
     * @param all what an inbox has received
     * @param late likewise
     * @param veryLate likewise
     */
    private record Told(long messages, int all, int late, int veryLate) {

        /** One message for each webhook. */
        Told and(int moreToAll, int moreToLate, int moreToVeryLate) {
            return new Told(
                    messages + moreToAll + moreToLate + moreToVeryLate,
                    all + moreToAll,
                    late + moreToLate,
                    veryLate + moreToVeryLate);
        }
    }

    private Told told() {
        return new Told(ShipmentsServer.messagesAdded(), inbox("all"), inbox("late"), inbox("very-late"));
    }

    private static Map<String, Long> byCode(JsonObject report, String code) {
        return report.getJsonArray("rejected").stream()
                .map(JsonValue::asJsonObject)
                .collect(Collectors.groupingBy(line -> line.getString(code), TreeMap::new, Collectors.counting()));
    }

    @Test
    @Order(1)
    @DisplayName("the sample file: what is kept, rejected and delivered is what its README says")
    void sampleFile() throws IOException {
        for (String shipment : Files.readAllLines(SAMPLE.resolve("shipments.ndjson"))) {
            assertThat(client.post("/api/shipments", shipment).status()).isEqualTo(201);
        }
        subscribe(ShipmentsServer.address() + "/api/inbox/all", 0);
        subscribe(ShipmentsServer.address() + "/api/inbox/late", 60);
        subscribe(ShipmentsServer.address() + "/api/inbox/very-late", 240);
        subscribe("not a url", 120);
        subscribe("https://partner.example/hook", 180);

        JsonObject report = importFile();

        assertThat(report.getInt("lines")).isEqualTo(300);
        assertThat(report.getInt("kept")).isEqualTo(267);
        assertThat(report.getInt("queued")).isEqualTo(538);
        assertThat(report.getInt("unserved")).isEqualTo(271);
        assertThat(byCode(report, "code"))
                .isEqualTo(Map.of("MALFORMED", 9L, "UNKNOWN_SHIPMENT", 8L, "CONSTRAINT", 10L, "DUPLICATE_EVENT", 6L));
        awaitAllDelivered(538);
        assertThat(told()).isEqualTo(new Told(538, 267, 177, 94));
        assertThat(summary().getInt("alerts")).isEqualTo(267);
        assertThat(summary().getInt("delayMinutes")).isEqualTo(59850);
    }

    private void subscribe(String url, int minMinutes) {
        Answer answer =
                client.post("/api/subscriptions", "{\"url\":\"%s\",\"minMinutes\":%d}".formatted(url, minMinutes));
        assertThat(answer.status()).isEqualTo(201);
    }

    private JsonObject importFile() throws IOException {
        return importLines("/api/import", Files.readString(SAMPLE.resolve("delays.ndjson")));
    }

    private JsonObject importLines(String path, String lines) {
        Answer answer = client.postLines(path, lines);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private int inbox(String name) {
        return client.get("/api/inbox/" + name).json().getInt("received");
    }

    private void awaitAllDelivered(int count) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonObject summary = summary();
            assertThat(summary.getInt("delivered")).as(summary.toString()).isEqualTo(count);
            assertThat(summary.getInt("pending")).as(summary.toString()).isZero();
        });
        assertThat(summary().getInt("failed")).isZero();
    }

    @Test
    @Order(2)
    @DisplayName("imported again, the file keeps nothing, because its events are known")
    void sampleFileAgain() throws IOException {
        JsonObject before = summary();

        JsonObject report = importFile();

        assertThat(report.getInt("kept")).isZero();
        assertThat(byCode(report, "code")).containsEntry("DUPLICATE_EVENT", 273L);
        assertThat(summary()).isEqualTo(before);
    }

    @Test
    @Order(3)
    @DisplayName("a delay: subscribers that can't be served lose their own scope, the others are told")
    void delay() {
        JsonObject before = summary();
        Told toldBefore = told();

        Answer answer = client.post(firstShipment() + "/delays", "{\"minutes\":200,\"reason\":\"fog\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().getInt("queued")).isEqualTo(2);
        assertThat(byCode(answer.json(), "reason")).isEqualTo(Map.of("BAD_URL", 1L, "HOST_NOT_ALLOWED", 1L));
        awaitAllDelivered(before.getInt("delivered") + 2);
        assertThat(told()).isEqualTo(toldBefore.and(1, 1, 0));
        assertThat(summary().getInt("alerts")).isEqualTo(before.getInt("alerts") + 1);
    }

    private String firstShipment() {
        JsonValue shipments = client.get("/api/shipments?limit=1").parsed();
        return "/api/shipments/" + shipments.asJsonArray().getJsonObject(0).getInt("id");
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({"outer, INJECTED_FAILURE", "commit, ROLLED_BACK"})
    @DisplayName("a failure in the outer scope or at the commit leaves nothing of any POST, and no message")
    void nothingHalfDone(String step, String code) throws IOException {
        JsonObject before = summary();
        Told toldBefore = told();

        for (Answer answer : new Answer[] {
            client.post(firstShipment() + "/delays?fail=" + step, "{\"minutes\":500,\"reason\":\"fog\"}"),
            client.post("/api/shipments?fail=" + step, "{\"reference\":\"NEW-" + step + "\",\"route\":[\"A\",\"B\"]}"),
            client.post("/api/subscriptions?fail=" + step, "{\"url\":\"http://127.0.0.1/\",\"minMinutes\":0}"),
            client.postLines("/api/import?fail=" + step, sampleWithIdsOf(step))
        }) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(500);
            assertThat(answer.json().getString("code")).isEqualTo(code);
            assertThat(answer.text()).doesNotContain("Exception").doesNotContain("XACT");
        }

        assertThat(summary()).isEqualTo(before);
        assertThat(told()).isEqualTo(toldBefore);

        JsonObject report = importLines("/api/import", sampleWithIdsOf(step));

        assertThat(report.getInt("kept")).as("tried again").isEqualTo(267);
        awaitAllDelivered(before.getInt("delivered") + 538);
        assertThat(told()).as("only what was tried again").isEqualTo(toldBefore.and(267, 177, 94));
    }

    /** With its own ids, which are known, the file would keep nothing in any case. */
    private static String sampleWithIdsOf(String step) throws IOException {
        return Files.readString(SAMPLE.resolve("delays.ndjson")).replace("\"EV-", "\"" + step + "-");
    }

    /** Everybody is told of one more delay. Its messages come behind all that were sent before: what failed has left none. */
    private void assertThatNothingFollows() {
        int deliveredBefore = summary().getInt("delivered");
        Told toldBefore = told();

        Answer answer = client.post(firstShipment() + "/delays", "{\"minutes\":300,\"reason\":\"fog\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        awaitAllDelivered(deliveredBefore + 3);
        assertThat(told()).as("after one more delay").isEqualTo(toldBefore.and(1, 1, 1));
    }

    @Test
    @Order(5)
    @DisplayName("a failure in a subscriber's scope undoes that scope alone, and its message isn't sent")
    void nestedFailure() {
        JsonObject before = summary();
        Told toldBefore = told();

        Answer answer = client.post(firstShipment() + "/delays?fail=nested", "{\"minutes\":100,\"reason\":\"fog\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().getInt("queued")).isEqualTo(1);
        assertThat(byCode(answer.json(), "reason")).isEqualTo(Map.of("INJECTED_FAILURE", 1L));
        awaitAllDelivered(before.getInt("delivered") + 1);
        assertThat(summary().getInt("alerts")).isEqualTo(before.getInt("alerts") + 1);
        assertThat(told()).as("all is the first subscriber").isEqualTo(toldBefore.and(0, 1, 0));
        assertThatNothingFollows();
    }

    @Test
    @Order(5)
    @DisplayName("a failure in a line's scope undoes that line with the scopes in it, and their messages aren't sent")
    void nestedFailureOfLine() {
        JsonObject before = summary();
        Told toldBefore = told();
        String line = "{\"reference\":\"%s\",\"minutes\":300,\"reason\":\"fog\"}%n"
                .formatted(client.get(firstShipment()).json().getString("reference"));

        JsonObject report = importLines("/api/import?fail=nested", line + line);

        assertThat(report.getInt("kept")).isEqualTo(1);
        assertThat(report.getInt("queued")).isEqualTo(3);
        assertThat(byCode(report, "code")).isEqualTo(Map.of("INJECTED_FAILURE", 1L));
        awaitAllDelivered(before.getInt("delivered") + 3);
        assertThat(summary().getInt("alerts")).isEqualTo(before.getInt("alerts") + 1);
        assertThat(told()).isEqualTo(toldBefore.and(1, 1, 1));
        assertThatNothingFollows();
    }

    @ParameterizedTest
    @Order(6)
    @ValueSource(
            strings = {
                "{\"reference\":\"X\"}",
                "{\"reference\":\"\",\"route\":[\"A\"]}",
                "{\"reference\":\"X\",\"route\":[]}",
                "not json",
                "{}{}"
            })
    @DisplayName("what can't be read is refused with a code")
    void malformed(String body) {
        Answer answer = client.post("/api/shipments", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isIn("MALFORMED", "CONSTRAINT");
    }

    @Test
    @Order(7)
    @DisplayName("a shipment is stored once, has an address, and an unknown one is not found")
    void shipments() {
        Answer created = client.post("/api/shipments", "{\"reference\":\"ONCE\",\"route\":[\"A\",\"B\"]}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(client.get(URI.create(created.location()).getPath()).json().getString("reference"))
                .isEqualTo("ONCE");

        assertThat(client.post("/api/shipments", "{\"reference\":\"ONCE\",\"route\":[\"A\",\"B\"]}")
                        .status())
                .isEqualTo(409);
        assertThat(client.get("/api/shipments/999999").status()).isEqualTo(404);
        assertThat(client.post("/api/shipments/999999/delays", "{\"minutes\":1,\"reason\":\"fog\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(8)
    @DisplayName("the scripts can be applied again, and change nothing then")
    void scriptsAreIdempotent() throws IOException {
        server.stop();
        String configured = server.configuration();

        server.configure();

        assertThat(server.configuration()).isEqualTo(configured);
    }

    @Test
    @Order(9)
    @DisplayName("where failures are not enabled, asking for one is refused")
    void notEnabled() {
        server.start(false);

        Answer answer = client.post("/api/shipments?fail=outer", "{\"reference\":\"NO\",\"route\":[\"A\"]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("NOT_ENABLED");
    }
}
