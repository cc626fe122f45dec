using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class CaseloadMapping : IEntityTypeConfiguration<CaseloadRow>
{
    public void Configure(EntityTypeBuilder<CaseloadRow> builder)
    {
        builder.ToTable("caseload", "dossiers");
        builder.HasKey(c => new { c.Gemeentecode, c.CaseloadId }).HasName("pk_caseload");
        builder.Property(c => c.Gemeentecode).HasMaxLength(4);
        builder.Property(c => c.Gebruiker).HasMaxLength(40);
        builder.HasIndex(c => new { c.Gemeentecode, c.OpdrachtId, c.Gebruiker }).IsUnique().HasFilter("tot is null").HasDatabaseName("ux_caseload_actueel");
        builder.HasIndex(c => new { c.Gemeentecode, c.ClientId, c.Gebruiker }).HasDatabaseName("ix_caseload_gebruiker");
        builder.HasIndex(c => new { c.Gemeentecode, c.DossierId }).HasDatabaseName("ix_caseload_dossier");
        builder.HasOne<OpdrachtRow>().WithMany().HasForeignKey(c => new { c.Gemeentecode, c.OpdrachtId })
            .HasConstraintName("fk_caseload_opdracht").OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(c => new { c.Gemeentecode, c.DossierId })
            .HasConstraintName("fk_caseload_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}
