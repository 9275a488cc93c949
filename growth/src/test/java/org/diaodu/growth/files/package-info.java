@NullMarked
package org.diaodu.growth.files;

import org.jspecify.annotations.NullMarked;
