/// The rating model as plain functions: figures in, scores and stars out. It knows neither the database nor
/// the pages, so a draft can be tried on any day's figures and every worked example of the documentation is a
/// test.
@NullMarked
@NamedInterface("model")
package mainstay.rating.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
