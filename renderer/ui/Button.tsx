import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import styles from './Button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly children: ReactNode;
}

export function Button({ look = 'plain', children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={styles.button ?? ''} data-look={look}>
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** Says what it does, to screen readers and in the tooltip. */
  readonly label: string;
  /** Shown after the label in the tooltip. */
  readonly shortcut?: string;
  /** For switches: whether it is on. */
  readonly pressed?: boolean;
  readonly children: ReactNode;
}

export function IconButton({ label, shortcut = '', pressed, children, ...rest }: IconButtonProps) {
  const state = pressed === undefined ? {} : { 'aria-pressed': pressed };
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        {...rest}
        {...state}
        aria-label={label}
        className={styles.icon ?? ''}
        data-pressed-on={pressed === true}
      >
        {children}
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
        {shortcut !== '' && <kbd>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
