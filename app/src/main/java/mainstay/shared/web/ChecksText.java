package mainstay.shared.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A handler that looks at the characters of what people typed itself ([mainstay.shared.HarmlessText]) and
/// tells them at the field. Everywhere else they are refused before the handler is asked.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChecksText {}
