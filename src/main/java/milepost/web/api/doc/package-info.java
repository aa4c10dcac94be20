/**
 * The description of the interface for programs, as an OpenAPI document.
 *
 * <p>Promise: it names every address for programs and nothing else, and real answers keep to its schemas; tests hold both.
 */
@NullMarked
package milepost.web.api.doc;

import org.jspecify.annotations.NullMarked;
