using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class BerichtMapping : IEntityTypeConfiguration<BerichtRow>
{
    public void Configure(EntityTypeBuilder<BerichtRow> builder)
    {
        builder.ToTable("bericht", "inbox");
        builder.HasKey(b => new { b.Gemeentecode, b.BerichtId }).HasName("pk_bericht");
        builder.Property(b => b.Volgnummer).UseIdentityAlwaysColumn();
        builder.Property(b => b.Vergeefs).HasDefaultValue(0);
        builder.Property(b => b.Gemeentecode).HasMaxLength(4);
        builder.Property(b => b.Gebruiker).HasMaxLength(40);
        builder.Property(b => b.Code).HasMaxLength(64);
        builder.Property(b => b.Status).HasConversion<short>();
        builder.Property(b => b.Gevolg).HasConversion<short?>();
        builder.HasIndex(b => new { b.Gemeentecode, b.ClientId, b.ExternIdHash }).IsUnique()
            .HasFilter("herhaling_van is null").HasDatabaseName("ux_bericht_extern");
        builder.HasIndex(b => new { b.Gemeentecode, b.GebeurtenisHash }).IsUnique().HasFilter("gebeurtenis_hash is not null")
            .HasDatabaseName("ux_bericht_gebeurtenis");
        builder.HasIndex(b => new { b.Gemeentecode, b.VolgendePoging }).HasFilter("volgende_poging is not null")
            .HasDatabaseName("ix_bericht_wacht");
        builder.HasIndex(b => new { b.Gemeentecode, b.OntvangenOp, b.BerichtId }).HasDatabaseName("ix_bericht_ontvangen");
        builder.HasIndex(b => new { b.Gemeentecode, b.Volgnummer }).HasFilter("status = 2").HasDatabaseName("ix_bericht_afgekeurd");
        builder.HasIndex(b => new { b.Gemeentecode, b.PersoonHash }).HasFilter("persoon_hash is not null").HasDatabaseName("ix_bericht_persoon");
        builder.HasIndex(b => new { b.Gemeentecode, b.DossierId }).HasFilter("dossier_id is not null").HasDatabaseName("ix_bericht_dossier");
    }
}
