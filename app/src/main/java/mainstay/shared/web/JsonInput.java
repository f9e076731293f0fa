package mainstay.shared.web;

import java.math.BigDecimal;
import mainstay.shared.HarmlessText;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/// What JSON may hold: text that can be kept and read, numbers that fit into an amount.
@JacksonComponent
class JsonInput {

    private static final int WHOLE_DIGITS = 14;
    private static final int LONGEST_FRACTION = 30;

    static final class Text extends StdDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(json, context);
            if (text != null && !HarmlessText.is(text)) {
                throw context.weirdStringException(
                        HarmlessText.cleaned(text), String.class, "holds characters that cannot be kept");
            }
            return text;
        }
    }

    static final class Decimal extends StdDeserializer<BigDecimal> {

        Decimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            BigDecimal number = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(json, context);
            if (number != null
                    && (number.scale() > LONGEST_FRACTION
                            || (long) number.precision() - number.scale() > WHOLE_DIGITS)) {
                throw context.weirdNumberException(number, BigDecimal.class, "is out of range");
            }
            return number;
        }
    }
}
