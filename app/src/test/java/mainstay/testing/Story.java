package mainstay.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test class that tells stories on the whole application, a fresh database and a standing clock.
/// All of them share one application context: don't add properties or replaced beans to single classes.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "mainstay.home=target/story-home",
            "mainstay.background=false",
            "mainstay.opening=false",
            "mainstay.rating.quiet=PT0S",
            "mainstay.import.documents-at-once=300"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = StoryDatabase.class)
@Import(StoryConfiguration.class)
@ExtendWith(StoryDatabase.class)
public @interface Story {}
