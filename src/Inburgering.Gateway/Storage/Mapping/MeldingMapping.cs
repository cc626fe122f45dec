using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class MeldingMapping : IEntityTypeConfiguration<MeldingRow>
{
    public void Configure(EntityTypeBuilder<MeldingRow> builder)
    {
        builder.ToTable("melding", "outbox");
        builder.HasKey(m => new { m.Gemeentecode, m.MeldingId }).HasName("pk_melding");
        builder.Property(m => m.Gemeentecode).HasMaxLength(4);
        builder.Property(m => m.Volgnummer).UseIdentityAlwaysColumn();
        builder.Property(m => m.Partner).HasMaxLength(64);
        builder.Property(m => m.Soort).HasMaxLength(64);
        builder.Property(m => m.Reden).HasMaxLength(64);
        builder.Property(m => m.TraceId).HasMaxLength(32);
        builder.Property(m => m.Vergeefs).HasDefaultValue(0);
        builder.Property(m => m.Status).HasConversion<short>();
        builder.HasIndex(m => new { m.Gemeentecode, m.VolgendePoging }).HasFilter("volgende_poging is not null").HasDatabaseName("ix_melding_wacht");
        builder.HasIndex(m => new { m.Gemeentecode, m.DossierId, m.Volgnummer }).HasDatabaseName("ix_melding_dossier");
        builder.HasIndex(m => new { m.Gemeentecode, m.OpdrachtId }).IsUnique().HasFilter("opdracht_id is not null").HasDatabaseName("ux_melding_opdracht");
        builder.HasIndex(m => new { m.Gemeentecode, m.GemaaktOp, m.MeldingId }).HasDatabaseName("ix_melding_gemaakt");
    }
}
