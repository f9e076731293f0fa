package mainstay.shared;

import java.time.Duration;
import java.util.List;

/// A refusal that has a name: shown as an error page to people and as an RFC 9457 problem to programs.
/// The sentence is a message key with its arguments, so that everybody reads it in their own language.
public abstract sealed class Problem extends RuntimeException
        permits Problem.NotFound, Problem.Forbidden, Problem.Conflict, Problem.Invalid, Problem.Busy {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final transient List<Object> arguments;

    private Problem(int status, String type, String messageKey, Object... arguments) {
        super(messageKey);
        this.status = status;
        this.type = type;
        this.arguments = List.of(arguments);
    }

    public int status() {
        return status;
    }

    /// The stable last part of the problem's type address.
    public String type() {
        return type;
    }

    public String messageKey() {
        return String.valueOf(getMessage());
    }

    public Object[] arguments() {
        return arguments.toArray();
    }

    public static final class NotFound extends Problem {
        private static final long serialVersionUID = 1L;

        public NotFound(String messageKey, Object... arguments) {
            super(404, "not-found", messageKey, arguments);
        }
    }

    public static final class Forbidden extends Problem {
        private static final long serialVersionUID = 1L;

        public Forbidden(String messageKey, Object... arguments) {
            super(403, "forbidden", messageKey, arguments);
        }
    }

    public static final class Conflict extends Problem {
        private static final long serialVersionUID = 1L;

        public Conflict(String messageKey, Object... arguments) {
            super(409, "conflict", messageKey, arguments);
        }
    }

    /// What was asked makes no sense as it stands (a parameter that cannot be read, a field that is missing).
    public static final class Invalid extends Problem {
        private static final long serialVersionUID = 1L;

        public Invalid(String messageKey, Object... arguments) {
            super(422, "invalid", messageKey, arguments);
        }
    }

    /// Too much goes on at the moment; the same may be asked again later.
    public static final class Busy extends Problem {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        public Busy(Duration retryAfter, String messageKey, Object... arguments) {
            super(503, "busy", messageKey, arguments);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
