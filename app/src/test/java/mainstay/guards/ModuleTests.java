package mainstay.guards;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import mainstay.Mainstay;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTests {

    /// The analytics are a library of their own, with a module descriptor that the compiler keeps.
    @Test
    void modules_depend_only_on_what_they_name() {
        ApplicationModules.of(Mainstay.class, resideInAPackage("mainstay.analytics.."))
                .verify();
    }
}
