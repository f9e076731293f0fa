package mainstay.shared.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.shared.ExactMoney;
import mainstay.shared.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps a sentence with its arguments, so that everybody reads it in their own language later.
public final class TextForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TextForm() {}

    public static String written(Text text) {
        return JSON.writeValueAsString(node(text));
    }

    public static Text read(String written) {
        return text(JSON.readTree(written));
    }

    private static ObjectNode node(Text text) {
        ObjectNode node = JSON.createObjectNode();
        node.put("key", text.key());
        ArrayNode arguments = node.putArray("arguments");
        text.arguments().forEach(argument -> arguments.add(argument(argument)));
        return node;
    }

    private static JsonNode argument(Object argument) {
        ObjectNode node = JSON.createObjectNode();
        return switch (argument) {
            case Text text -> node.set("text", node(text));
            case Money money -> node.put("money", money.tenThousandths());
            case ExactMoney money -> node.put("exactMoney", money.tenThousandths());
            case LocalDate day -> node.put("day", day.toString());
            case Double number -> node.put("number", number);
            case Integer number -> node.put("count", number.longValue());
            case Long number -> node.put("count", number);
            default -> node.put("word", String.valueOf(argument));
        };
    }

    private static Text text(JsonNode node) {
        List<Object> arguments = new ArrayList<>();
        node.get("arguments").forEach(argument -> arguments.add(argument(argument)));
        return new Text(node.get("key").asString(), arguments);
    }

    private static Object argument(JsonNode node) {
        String kind = node.propertyNames().iterator().next();
        JsonNode value = node.get(kind);
        return switch (kind) {
            case "text" -> text(value);
            case "money" -> new Money(value.asLong());
            case "exactMoney" -> new ExactMoney(value.asLong());
            case "day" -> LocalDate.parse(value.asString());
            case "number" -> value.asDouble();
            case "count" -> value.asLong();
            default -> value.asString();
        };
    }
}
