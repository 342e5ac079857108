import type { ReactNode } from 'react';
import { visibleText } from '../ui/visible-name';
import styles from './Banners.module.css';

export interface BannerProps {
  readonly tone: 'info' | 'problem';
  readonly text: string;
  readonly children: ReactNode;
}

/** A line above the text that says something about its file, with what can be done about it. */
export function Banner({ tone, text, children }: BannerProps) {
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
      <p>{visibleText(text)}</p>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}
