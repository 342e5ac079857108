export { visibleName, visibleText } from '../../shared/util/visible-name';
