package mainstay.shared.web;

import java.beans.PropertyEditorSupport;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import mainstay.shared.Numeral;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/// Numbers in addresses and forms, as people write them: an exponent would be short to send and endless to print.
/// A formatter would not do, as Spring asks its own editor where one refuses.
@ControllerAdvice
class PlainDecimals {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

    @InitBinder
    void bind(WebDataBinder binder) {
        binder.registerCustomEditor(BigDecimal.class, new Editor());
    }

    private static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            String number = Numeral.plain(text);
            if (!number.isEmpty() && !PLAIN.matcher(number).matches()) {
                throw new NumberFormatException("a plain number of at most 18 digits");
            }
            setValue(number.isEmpty() ? null : new BigDecimal(number));
        }
    }
}
