/** The register of enterprises: attributes dated by month, entries to and exits from the list of designated-size enterprises. */
@NullMarked
package org.diaodu.server.registry;

import org.jspecify.annotations.NullMarked;
