package mainstay.team.energy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what the firm wants of its time.
@Service
@Transactional
public class EnergySettingsDesk {

    private static final int MOST_MINUTES = 240;
    private static final int WHOLE = 100;

    private final Energies energies;

    EnergySettingsDesk(Energies energies) {
        this.energies = energies;
    }

    /// Settings as they were written.
    public record Form(
            @Nullable String decisionMinutes,
            @Nullable String targetInternal,
            @Nullable String alarmInternal,
            @Nullable String sureFrom) {}

    @Transactional(readOnly = true)
    public EnergySettings current() {
        return energies.settings();
    }

    /// @return refusals by name of the form's field
    public Map<String, Text> keep(Form form) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        int minutes = number(form.decisionMinutes(), 0, MOST_MINUTES, "decisionMinutes", refusals);
        int target = number(form.targetInternal(), 0, WHOLE - 1, "targetInternal", refusals);
        int alarm = number(form.alarmInternal(), 1, WHOLE, "alarmInternal", refusals);
        int sure = number(form.sureFrom(), 1, WHOLE, "sureFrom", refusals);
        if (refusals.isEmpty() && target >= alarm) {
            refusals.put("alarmInternal", Text.of("energy.wrong.alarm"));
        }
        if (refusals.isEmpty()) {
            energies.settings(new EnergySettings(current().weeklyHours(), minutes, target, alarm, sure));
        }
        return refusals;
    }

    private static int number(@Nullable String written, int least, int most, String field, Map<String, Text> refusals) {
        OptionalInt number = number(written, least, most);
        if (number.isEmpty()) {
            refusals.put(field, Text.of("energy.wrong." + field));
        }
        return number.orElse(least);
    }

    private static OptionalInt number(@Nullable String written, int least, int most) {
        String plain = written == null ? "" : Numeral.plain(written);
        if (!plain.matches("\\d{1,3}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(plain);
        return number < least || number > most ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
