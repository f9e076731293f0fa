package mainstay.identity;

import mainstay.shared.BadSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the operator set in the environment and what becomes of it before anything else happens.
@Component
public class OperatorSettings {

    private final String currency;
    private final FirmDesk firm;
    private final FirstAdministrator administrator;

    OperatorSettings(@Value("${mainstay.currency}") String currency, FirmDesk firm, FirstAdministrator administrator) {
        this.currency = currency.strip();
        this.firm = firm;
        this.administrator = administrator;
    }

    /// Takes over what may still be taken over.
    ///
    /// @throws BadSetting when one of them cannot be taken
    public void settle() {
        administrator.check();
        if (!currency.isEmpty()) {
            firm.follow(checked(currency));
        }
    }

    static String checked(String currency) {
        if (!Currencies.isCurrent(currency)) {
            throw new BadSetting("MAINSTAY_CURRENCY cannot be %s: name a currency by its ISO code, such as EUR or CNY."
                    .formatted(currency));
        }
        return currency;
    }
}
