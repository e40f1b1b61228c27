import type { AnyRule } from '#analysis'
import s3BucketVersioning from './s3/s3-bucket-versioning.ts'

export const rules: readonly AnyRule[] = [s3BucketVersioning]
