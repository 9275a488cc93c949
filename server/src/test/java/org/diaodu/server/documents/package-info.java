@NullMarked
package org.diaodu.server.documents;

import org.jspecify.annotations.NullMarked;
