package mainstay.rating.finding;

import java.util.Map;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The figures of a finding by name, as parts of a sentence; what is not known is a dash.
public record Figures(Map<String, Object> values) {

    public Text money(String name) {
        return Shown.money(values.get(name) instanceof Number amount ? Long.valueOf(amount.longValue()) : null);
    }

    public Text count(String name) {
        return Shown.count(number(name));
    }

    public Text share(String name) {
        Number share = number(name);
        return Shown.share(share == null ? null : Double.valueOf(share.doubleValue()));
    }

    public Text quantity(String name) {
        Number quantity = number(name);
        return Shown.quantity(quantity == null ? null : Long.valueOf(quantity.longValue()));
    }

    /// As it is kept, for a choice within the sentence.
    public double exact(String name) {
        Number number = number(name);
        return number == null ? 0 : number.doubleValue();
    }

    public String text(String name) {
        return String.valueOf(values.getOrDefault(name, "—"));
    }

    private @Nullable Number number(String name) {
        return values.get(name) instanceof Number number ? number : null;
    }
}
