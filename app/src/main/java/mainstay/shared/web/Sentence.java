package mainstay.shared.web;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainstay.shared.ExactMoney;
import mainstay.shared.Money;

/// A text with places for arguments, understood once and filled often.
sealed interface Sentence {

    /// Days, numbers and amounts are written as on pages.
    String filled(Formats formats, Object... arguments);

    static Sentence of(String pattern, Locale language) {
        List<String> words = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int end = 0;
        Matcher place = Plain.PLACE.matcher(pattern);
        while (place.find()) {
            words.add(pattern.substring(end, place.start()));
            places.add(Integer.valueOf(place.group(1)));
            end = place.end();
        }
        words.add(pattern.substring(end));
        return words.stream().allMatch(word -> word.indexOf('{') < 0)
                ? new Plain(words, places)
                : Formatted.of(pattern, language);
    }

    /// Nothing but places: no plural, no format.
    ///
    /// @param words around the places, one more than these
    record Plain(List<String> words, List<Integer> places) implements Sentence {

        private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

        @Override
        public String filled(Formats formats, Object... arguments) {
            StringBuilder text = new StringBuilder(words.getFirst());
            for (int i = 0; i < places.size(); i++) {
                int place = places.get(i);
                text.append(place < arguments.length ? shown(formats, arguments[place]) : "{" + place + "}");
                text.append(words.get(i + 1));
            }
            return text.toString();
        }

        private static String shown(Formats formats, Object argument) {
            return switch (argument) {
                case LocalDate day -> formats.date(day);
                case Number number -> formats.plain(number);
                case Money money -> formats.money(money.tenThousandths());
                case ExactMoney money -> formats.exactMoney(money.tenThousandths());
                default -> argument.toString();
            };
        }
    }

    /// @param message never used itself: messages cannot be shared between threads
    record Formatted(MessageFormat message) implements Sentence {

        static Formatted of(String pattern, Locale language) {
            MessageFormat message = new MessageFormat(pattern.replace("'", "''"), language);
            for (Format format : message.getFormats()) {
                if (format instanceof DecimalFormat number) {
                    number.setRoundingMode(RoundingMode.HALF_UP);
                }
            }
            return new Formatted(message);
        }

        @Override
        public String filled(Formats formats, Object... arguments) {
            return ((MessageFormat) message.clone())
                    .format(Arrays.stream(arguments)
                            .map(argument -> shown(formats, argument))
                            .toArray());
        }

        /// Numbers stay numbers: the sentence may choose by them.
        private static Object shown(Formats formats, Object argument) {
            return switch (argument) {
                case LocalDate day -> formats.date(day);
                case Money money -> formats.money(money.tenThousandths());
                case ExactMoney money -> formats.exactMoney(money.tenThousandths());
                default -> argument;
            };
        }
    }
}
