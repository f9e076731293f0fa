package mainstay.shared;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/// Makes records of rows, each component from the column of its name (`perOrder` from `per_order`).
/// An unknown value is null, and refused where the component cannot be.
public final class RecordRows<R extends Record> implements RowMapper<R> {

    private static final Pattern HUMP = Pattern.compile("([A-Z])");

    private final Constructor<R> constructor;
    private final List<Part> parts;

    private RecordRows(Constructor<R> constructor, List<Part> parts) {
        this.constructor = constructor;
        this.parts = parts;
    }

    /// @throws IllegalArgumentException for a component of a type that no column has
    public static <R extends Record> RecordRows<R> of(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordRows<>(
                    constructor, Arrays.stream(components).map(Part::of).toList());
        } catch (NoSuchMethodException impossible) {
            throw new IllegalArgumentException(type + " has no canonical constructor", impossible);
        }
    }

    @Override
    public R mapRow(ResultSet row, int number) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).value(row);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw new IllegalStateException(refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Part(String column, Reader reader, boolean nullable) {

        static Part of(RecordComponent component) {
            Class<?> type = component.getType();
            String column = HUMP.matcher(component.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT);
            return new Part(column, Reader.of(type), !type.isPrimitive());
        }

        @Nullable
        Object value(ResultSet row) throws SQLException {
            Object value = reader.read(row, column);
            if (value != null && !row.wasNull()) {
                return value;
            }
            if (!nullable) {
                throw new IllegalStateException("the column " + column + " is unknown and must not be");
            }
            return null;
        }
    }

    private interface Reader {

        @Nullable
        Object read(ResultSet row, String column) throws SQLException;

        static Reader of(Class<?> type) {
            return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
                case "long" -> ResultSet::getLong;
                case "int", "integer" -> ResultSet::getInt;
                case "double" -> ResultSet::getDouble;
                case "bigdecimal" -> ResultSet::getBigDecimal;
                case "boolean" -> ResultSet::getBoolean;
                case "string" -> ResultSet::getString;
                case "localdate" -> (row, column) -> row.getObject(column, LocalDate.class);
                case "instant" -> Sql::instant;
                default -> throw new IllegalArgumentException("no column has the type " + type);
            };
        }
    }
}
