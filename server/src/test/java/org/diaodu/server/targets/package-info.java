@NullMarked
package org.diaodu.server.targets;

import org.jspecify.annotations.NullMarked;
