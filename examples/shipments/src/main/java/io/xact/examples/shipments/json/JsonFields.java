// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.json;

import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that a caller sent, as a body or as a line of a file. Each accessor checks what it gives: what isn't as asked
 * for is a {@link RefusedException} that names the field. Immutable.
 */
public final class JsonFields {

    private final JsonObject object;

    private JsonFields(JsonObject object) {
        this.object = object;
    }

    /**
     * Reads an object.
     *
     * @param text JSON
     * @return its fields
     * @throws RefusedException {@link ProblemCode#MALFORMED} if it isn't one JSON object
     */
    public static JsonFields parse(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonObject object = parser.getObject();
            if (!parser.hasNext()) { // a JsonReader would not look
                return new JsonFields(object);
            }
        } catch (RuntimeException e) { // the parser's bounds on depth and digits are not JsonExceptions
            RefusedException refused = malformed("this is not a JSON object");
            refused.addSuppressed(e);
            throw refused;
        }
        throw malformed("there is something behind the JSON object");
    }

    /**
     * The object itself.
     *
     * @return as it was sent
     */
    public JsonObject object() {
        return object;
    }

    /**
     * A text that must be there.
     *
     * @param name the field
     * @param maxLength in UTF-16 units
     * @return not blank
     */
    public String text(String name, int maxLength) {
        return text(
                object.get(name),
                maxLength,
                () -> "'" + name + "' must be a text of 1 to " + maxLength + " characters");
    }

    /**
     * A text that may be left out.
     *
     * @param name the field
     * @param maxLength in UTF-16 units
     * @return not blank; {@code null} where the field is missing or {@code null}
     */
    public @Nullable String optionalText(String name, int maxLength) {
        return JsonValue.NULL.equals(object.getOrDefault(name, JsonValue.NULL)) ? null : text(name, maxLength);
    }

    /**
     * A list of texts that must be there.
     *
     * @param name the field
     * @param maxCount how many there may be; there must be one
     * @param maxLength of each, in UTF-16 units
     * @return none of them blank
     */
    public List<String> texts(String name, int maxCount, int maxLength) {
        Supplier<String> rule = () ->
                "'" + name + "' must be a list of 1 to " + maxCount + " texts of 1 to " + maxLength + " characters";
        if (!(object.get(name) instanceof JsonArray array) || array.isEmpty() || array.size() > maxCount) {
            throw malformed(rule.get());
        }
        return array.stream().map(value -> text(value, maxLength, rule)).toList();
    }

    /**
     * A whole number that must be there.
     *
     * @param name the field
     * @return the number
     */
    public int number(String name) {
        if (object.get(name) instanceof JsonNumber number) {
            try {
                return number.intValueExact();
            } catch (ArithmeticException e) {
                throw malformed("'" + name + "' must be a whole number of at most nine digits");
            }
        }
        throw malformed("'" + name + "' must be a number");
    }

    private static String text(@Nullable JsonValue value, int maxLength, Supplier<String> rule) {
        if (value instanceof JsonString string) {
            String text = string.getString();
            if (!text.isBlank() && text.length() <= maxLength && isStorable(text)) {
                return text;
            }
        }
        throw malformed(rule.get());
    }

    /** Databases differ in what they do with NUL and with half a surrogate pair; a route is stored with line feeds. */
    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }

    private static RefusedException malformed(String message) {
        return new RefusedException(ProblemCode.MALFORMED, message);
    }
}
