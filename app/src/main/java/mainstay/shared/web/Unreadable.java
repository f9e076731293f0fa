package mainstay.shared.web;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
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

    /// The parameter, empty where the failure is about something else.
    static String parameter(Exception failure) {
        return switch (failure) {
            case MethodArgumentTypeMismatchException mismatch -> mismatch.getName();
            case MissingServletRequestParameterException missing -> missing.getParameterName();
            case BindingResult bound ->
                bound.getFieldErrors().stream().map(FieldError::getField).collect(Collectors.joining(", "));
            default -> "";
        };
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
