import { memo, type ReactNode } from 'react';
import { round, type Scene, type Shape } from '../../../shared/preview/chart/scene';
import { CHART_FONT } from '../../../shared/preview/chart/svg';
import { paintColour } from './paints';

export interface ChartSvgProps {
  readonly scene: Scene;
  /** The text alternative. */
  readonly alt: string;
}

/** A drawn chart in the colours of the window. One picture to assistive technology; what can be chosen lies over it. */
export const ChartSvg = memo(function ChartSvg({ scene, alt }: ChartSvgProps) {
  const { width, height } = { width: round(scene.width), height: round(scene.height) };
  return (
    <svg
      role="img"
      aria-label={alt}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={CHART_FONT}
    >
      {scene.shapes.map((shape, i) => {
        if (shape.kind !== 'mark') return drawn(shape, i);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no other name than their place in the drawing
          <g key={i}>
            <title>{shape.mark.name}</title>
            {shape.shapes.map(drawn)}
          </g>
        );
      })}
    </svg>
  );
});

function drawn(shape: Shape, key: number): ReactNode {
  switch (shape.kind) {
    case 'text':
      return (
        <text
          key={key}
          x={round(shape.x)}
          y={round(shape.y)}
          fontSize={shape.size}
          textAnchor={shape.anchor}
          fontWeight={shape.bold ? 600 : 400}
          style={{
            fill: paintColour(shape.fill),
            ...(shape.halo
              ? {
                  stroke: paintColour('paper'),
                  strokeWidth: 3,
                  strokeLinejoin: 'round',
                  paintOrder: 'stroke',
                }
              : {}),
          }}
          transform={shape.upward ? `rotate(-90 ${round(shape.x)} ${round(shape.y)})` : undefined}
        >
          {shape.text}
        </text>
      );
    case 'rect':
      return (
        <rect
          key={key}
          x={round(shape.x)}
          y={round(shape.y)}
          width={round(shape.width)}
          height={round(shape.height)}
          rx={shape.radius}
          strokeDasharray={shape.dashed ? '3 2.5' : undefined}
          style={{
            fill: shape.fill === null ? 'none' : paintColour(shape.fill),
            stroke: shape.stroke ? paintColour(shape.stroke) : undefined,
          }}
        />
      );
    case 'path':
      return (
        <path
          key={key}
          d={shape.d}
          strokeWidth={shape.weight ?? 1}
          strokeLinejoin="round"
          strokeDasharray={shape.dashed ? '4 3' : undefined}
          style={{
            fill: shape.fill === null ? 'none' : paintColour(shape.fill),
            stroke: shape.stroke === null ? undefined : paintColour(shape.stroke),
          }}
        />
      );
  }
}
