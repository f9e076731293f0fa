package mainstay.approvals;

import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// One thing that a request is about.
///
/// @param link where it is looked at; null where nowhere else
public record Detail(Text label, Text what, @Nullable String link) {

    public static Detail of(String labelKey, Text what) {
        return new Detail(Text.of(labelKey), what, null);
    }

    public Detail at(String address) {
        return new Detail(label, what, address);
    }
}
