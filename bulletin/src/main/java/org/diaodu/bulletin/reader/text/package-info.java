/** Text that knows which characters of the file it came from. */
@NullMarked
package org.diaodu.bulletin.reader.text;

import org.jspecify.annotations.NullMarked;
