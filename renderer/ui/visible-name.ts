export { visibleName, visibleText } from '../../shared/domain/visible-name';
