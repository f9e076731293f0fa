package mainstay.identity;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// Reads a role from a form by its code.
@Component
class RoleConverter implements Converter<String, Role> {

    @Override
    public Role convert(String code) {
        return Role.parse(code);
    }
}
