package mainstay.shared.web;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/// Finds out what in a request could not be read, so that whoever sent it can put it right.
final class Unreadable {

    /// Too long, too large, not a day, not such text: what the database says of values that came from outside.
    private static final Set<String> OUT_OF_RANGE = Set.of("22001", "22003", "22007", "22008", "22021", "22P05");

    private static final String UNTAKEN = "error.parameter";
    private static final int WHOLE = 9;
    private static final int LONG = 18;

    /// How many digits each kind of number takes, whatever they are.
    private static final Map<String, Integer> DIGITS = Map.of(
            "int",
            WHOLE,
            "long",
            LONG,
            "double",
            LONG,
            Integer.class.getName(),
            WHOLE,
            Long.class.getName(),
            LONG,
            Double.class.getName(),
            LONG,
            BigDecimal.class.getName(),
            LONG);

    private Unreadable() {}

    /// The field of the JSON, empty where it is no JSON at all.
    static String place(HttpMessageNotReadableException failure) {
        return failure.getCause() instanceof JacksonException json
                ? json.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(name -> name != null)
                        .collect(Collectors.joining("."))
                : "";
    }

    /// The parameters, none where the failure is about something else.
    static List<String> parameters(Exception failure) {
        return switch (failure) {
            case MethodArgumentTypeMismatchException mismatch -> List.of(mismatch.getName());
            case MissingServletRequestParameterException missing -> List.of(missing.getParameterName());
            case BindingResult bound ->
                bound.getFieldErrors().stream()
                        .map(FieldError::getField)
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    /// Message key of what is wrong with them.
    static String parameterKey(Exception failure) {
        return failure instanceof MissingServletRequestParameterException
                ? "error.missing"
                : types(failure)
                        .map(Unreadable::keyOf)
                        .filter(key -> !key.equals(UNTAKEN))
                        .distinct()
                        .reduce((one, other) -> UNTAKEN)
                        .orElse(UNTAKEN);
    }

    /// How many digits a number has at most that would be taken.
    static int digits(Exception failure) {
        return types(failure)
                .map(DIGITS::get)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(WHOLE);
    }

    /// What was expected, among other words that Spring has for it.
    private static Stream<String> types(Exception failure) {
        return switch (failure) {
            case MethodArgumentTypeMismatchException mismatch ->
                mismatch.getRequiredType() == null
                        ? Stream.empty()
                        : Stream.of(mismatch.getRequiredType().getName());
            case BindingResult bound ->
                bound.getFieldErrors().stream()
                        .flatMap(field -> Arrays.stream(Objects.requireNonNullElse(field.getCodes(), new String[0])))
                        .map(code -> code.substring(code.indexOf('.') + 1));
            default -> Stream.empty();
        };
    }

    private static String keyOf(String type) {
        return DIGITS.containsKey(type)
                ? "error.notNumber"
                : type.equals(LocalDate.class.getName()) ? "error.notDay" : UNTAKEN;
    }

    static boolean isOutOfRange(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException told && OUT_OF_RANGE.contains(String.valueOf(told.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
