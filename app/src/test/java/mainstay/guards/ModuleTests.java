package mainstay.guards;

import mainstay.Mainstay;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTests {

    @Test
    void modules_depend_only_on_what_they_name() {
        ApplicationModules.of(Mainstay.class).verify();
    }
}
