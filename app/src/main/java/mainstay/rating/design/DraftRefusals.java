package mainstay.rating.design;

import java.util.Map;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What cannot be taken of a draft, field by field in the order of the page.
public record DraftRefusals(Map<String, Text> fields) {

    static final DraftRefusals NONE = new DraftRefusals(Map.of());

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    public @Nullable Text of(String field) {
        return fields.get(field);
    }

    /// Whether the page begins there.
    public boolean isFirst(String field) {
        return !fields.isEmpty() && fields.keySet().iterator().next().equals(field);
    }

    /// How a field is called where the page names it away from its place.
    public static Text label(String field) {
        String[] parts = field.split("\\.", -1);
        return switch (parts[0]) {
            case "weight", "zeroAt", "hundredAt", "peers" ->
                Text.of("model.fieldOf", Text.of("model." + parts[0]), Text.of("rating.criterion." + parts[1]));
            case "name" -> Text.of("model.ownName", Text.of("rating.criterion." + parts[1]));
            case "from" -> Text.of("model.fieldOf", Text.of("model.tier", parts[1]), Text.of("model.from"));
            case "gate" -> Text.of(parts[3].equals("subject") ? "model.gate" : "model.minimum", parts[1], parts[2]);
            default -> Text.of("model." + parts[0]);
        };
    }
}
