package mainstay.team.duty;

import java.math.BigDecimal;
import mainstay.shared.web.PageContext;
import org.jspecify.annotations.Nullable;

/// A field of work.
///
/// @param code        of one that came along; null for one of the firm's own
/// @param title       in the firm's words; null where those of the product are good enough
/// @param fromStars   accounts from so many stars on ask for it
/// @param weeklyHours what one account usually takes; null where nobody said
public record Field(
        int id,
        @Nullable String code,
        @Nullable String title,
        int fromStars,
        @Nullable BigDecimal weeklyHours,
        int place,
        boolean retired) {

    public String called(PageContext page) {
        return called(page, code, title);
    }

    public static String called(PageContext page, @Nullable String code, @Nullable String title) {
        return title == null ? page.t("duty.field." + code) : title;
    }
}
