package mainstay.shared;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Sends records to the database as columns: each component becomes one array (`perOrder` that of `per_order`), and
/// the database makes rows of the arrays again. Thousands of rows cost a fraction of what they cost as JSON.
///
/// Numbers, truths, words and days are columns as they are; a list of numbers or words becomes an array within its
/// row. What is null is null.
public final class RecordColumns<R extends Record> {
    private static final Pattern HUMP = Pattern.compile("([A-Z])");
    private static final Pattern SPECIAL = Pattern.compile("([\"\\\\])");

    private final List<Column> columns;

    private RecordColumns(List<Column> columns) {
        this.columns = columns;
    }

    /// @throws IllegalArgumentException for a component of a type that no column has
    public static <R extends Record> RecordColumns<R> of(Class<R> type) {
        return new RecordColumns<>(
                Arrays.stream(type.getRecordComponents()).map(Column::of).toList());
    }

    /// The names of all columns, for the head of an `insert`.
    public String names() {
        return joined(Column::name);
    }

    /// What to select from: a relation `n` with a column for each component.
    public String rows() {
        return "(select %s from unnest(%s) as sent(%s)) n"
                .formatted(joined(Column::value), joined(Column::parameter), names());
    }

    /// An `insert` of all rows into a table.
    public String insertInto(String table) {
        return "insert into %1$s (%2$s) select %2$s from %3$s".formatted(table, names(), rows());
    }

    /// Binds the arrays of [#rows].
    public StatementSpec bind(StatementSpec statement, List<R> rows) {
        columns.forEach(column -> statement.param(column.name(), column.array(rows)));
        return statement;
    }

    private String joined(Function<Column, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }

    /// @param travels the type of an element on its way
    /// @param arrives the type it has in the row
    /// @param carrier what an element is in Java
    private record Column(
            String name,
            String travels,
            String arrives,
            Class<?> carrier,
            Method accessor,
            Function<Object, Object> sent) {

        static Column of(RecordComponent component) {
            String name = HUMP.matcher(component.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT);
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            if (component.getType() == List.class) {
                return new Column(
                        name,
                        "text",
                        element(component.getGenericType()) + "[]",
                        String.class,
                        accessor,
                        RecordColumns::literal);
            }
            return switch (component.getType().getSimpleName().toLowerCase(Locale.ROOT)) {
                case "long" -> plain(name, "bigint", Long.class, accessor);
                case "int", "integer" -> plain(name, "integer", Integer.class, accessor);
                case "double" -> plain(name, "double precision", Double.class, accessor);
                case "boolean" -> plain(name, "boolean", Boolean.class, accessor);
                case "string" -> plain(name, "text", String.class, accessor);
                case "localdate" -> new Column(name, "text", "date", String.class, accessor, Object::toString);
                default -> throw new IllegalArgumentException("no column has the type " + component.getGenericType());
            };
        }

        private static Column plain(String name, String type, Class<?> carrier, Method accessor) {
            return new Column(name, type, type, carrier, accessor, value -> value);
        }

        private static String element(Type list) {
            Type element = ((ParameterizedType) list).getActualTypeArguments()[0];
            if (element == Double.class) {
                return "double precision";
            }
            if (element == String.class) {
                return "text";
            }
            throw new IllegalArgumentException("no column has the type " + list);
        }

        String parameter() {
            return "cast(:%s as %s[])".formatted(name, travels);
        }

        String value() {
            return travels.equals(arrives) ? name : "cast(%1$s as %2$s) as %1$s".formatted(name, arrives);
        }

        @Nullable
        Object[] array(List<? extends Record> rows) {
            @Nullable Object[] array = (@Nullable Object[]) Array.newInstance(carrier, rows.size());
            for (int i = 0; i < array.length; i++) {
                Object value = read(rows.get(i));
                array[i] = value == null ? null : sent.apply(value);
            }
            return array;
        }

        private @Nullable Object read(Record row) {
            try {
                return accessor.invoke(row);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static String literal(Object list) {
        StringBuilder literal = new StringBuilder("{");
        for (Object value : (List<?>) list) {
            if (literal.length() > 1) {
                literal.append(',');
            }
            element(literal, value);
        }
        return literal.append('}').toString();
    }

    private static void element(StringBuilder literal, @Nullable Object value) {
        if (value instanceof String word) {
            literal.append('"')
                    .append(SPECIAL.matcher(word).replaceAll("\\\\$1"))
                    .append('"');
        } else {
            literal.append(value == null ? "NULL" : value.toString());
        }
    }
}
